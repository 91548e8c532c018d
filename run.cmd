@echo off
rem Double-click to run Dampak on Windows: makes .venv once, then serves on http://127.0.0.1:8501
cd /d "%~dp0"
if exist .venv\Scripts\python.exe goto installed
for %%v in (3.13 3.12 3.11) do if not exist .venv\Scripts\python.exe py -%%v -m venv .venv 2>nul
if not exist .venv\Scripts\python.exe (
  echo Dampak needs Python 3.11, 3.12 or 3.13.
  pause
  exit /b 1
)
:installed
fc /b requirements.txt .venv\installed >nul 2>&1 && goto serve
.venv\Scripts\python -m pip install --quiet --require-hashes -r requirements.txt || goto failed
copy /y requirements.txt .venv\installed >nul
:serve
.venv\Scripts\python -m data sample || goto failed
.venv\Scripts\python serve.py --open %*
:failed
pause
