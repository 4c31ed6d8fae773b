@echo off
rem Finds a Python 3.11 or newer and hands over; everything else is in build_spec\setup_environment.py.
setlocal
set "CHECK=import sys; sys.exit(sys.version_info < (3, 11))"
for %%P in ("py -3" python3 python) do (
    %%~P -c "%CHECK%" >nul 2>nul && (
        %%~P "%~dp0build_spec\setup_environment.py" test %*
        goto :end
    )
)
chcp 65001 >nul
echo Máy chưa có Python 3.11 trở lên. Hãy cài Python từ https://www.python.org/downloads/ rồi chạy lại. 1>&2
exit /b 1
:end
exit /b %errorlevel%
