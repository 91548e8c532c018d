-- one row if upload $upload is so much of what there is that rolling up the whole is as quick
select 1
where (select count(*) from results where upload_id = $upload) * 4 >= (select count(*) from results);
