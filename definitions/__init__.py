"""What people agree on and may edit: vocabulary, status schemes, places. Imports nothing of ours."""
