"""Settings, read once from the environment. Every RATUSHA_ variable is listed in docs/reference/settings.md."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from ratusha.kernel.pack import pack

SOURCE = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("RATUSHA_DATA", Path.cwd() / "data")).resolve()
DEBUG = os.environ.get("RATUSHA_DEBUG", "") == "1"
SECRET_KEY = os.environ.get("RATUSHA_SECRET_KEY", "for trial and tests only, never on a server")
PROTECTION_KEY = os.environ.get("RATUSHA_PROTECTION_KEY", SECRET_KEY)  # seals personal numbers
PROTECTION_KEYS_OLD = os.environ.get(
    "RATUSHA_PROTECTION_KEYS_OLD", ""
).split()  # still open old seals
ALLOWED_HOSTS = os.environ.get("RATUSHA_HOSTS", "localhost,127.0.0.1,[::1],testserver").split(",")
SITE_ADDRESS = os.environ.get("RATUSHA_ADDRESS", "http://127.0.0.1:8000")
HTTPS = SITE_ADDRESS.startswith("https://")
STRICT_AUDIT = (
    DEBUG or "PYTEST_VERSION" in os.environ
)  # personal data in the journal: an error, or withheld

MODULES = [
    "kernel", "ui", "audit", "accounts", "territory", "parties", "registers", "exchange",
    "documents", "notifications", "procedures", "cases", "applications", "statistics", "portal",
]  # fmt: skip
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    *(f"ratusha.{module}" for module in MODULES),
    "ratusha.config",  # last: it connects the others
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "ratusha.ui.middleware.remember_language",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "ratusha.accounts.middleware.Visit",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "ratusha.config.urls"
WSGI_APPLICATION = "ratusha.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "accounts:sessions"
AUTHENTICATION_BACKENDS = ["ratusha.accounts.backend.Accounts"]
PASSWORD_HASHERS = ["ratusha.accounts.hashers.Argon2id"]
TRUSTED_PROXIES = int(
    os.environ.get("RATUSHA_TRUSTED_PROXIES", "0")
)  # whose X-Forwarded-For counts

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "ratusha.ui.environment.environment",
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csrf",
                "django.contrib.messages.context_processors.messages",
                "ratusha.ui.context.page",
            ],
        },
    }
]


def database(url: str) -> dict[str, Any]:
    """A `postgresql://user:password@host:port/name?option=value` address as Django wants it."""
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or query.pop("port", "")),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": query,
    }


DATABASES = {"default": database(os.environ.get("RATUSHA_DATABASE_URL", "postgresql:///ratusha"))}

LANGUAGES = list(pack().about["languages"].items())
LANGUAGE_CODE = LANGUAGES[0][0]
USE_I18N = True
USE_TZ = True
TIME_ZONE = pack().about["time_zone"]

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True  # straight from the package: nothing to collect
WHITENOISE_MAX_AGE = 30 * 24 * 3600  # the address of a file carries a mark of its content

SESSION_ENGINE = "ratusha.accounts.sessions"
SESSION_COOKIE_NAME = "__Host-visit" if HTTPS else "visit"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "ratusha.ui.errors.csrf_failed"
CONTENT_SECURITY_POLICY = {  # nothing inline, nothing foreign
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "font-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
