"""Settings, read once from the environment. Every RATUSHA_ variable is listed in docs/reference/settings.md."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from csp.constants import NONE, SELF
from django.utils.crypto import salted_hmac

from ratusha.kernel.pack import pack

from . import logs, state
from .mail import mail

SOURCE = Path(__file__).resolve().parent.parent
DATA = state.folder()
DEBUG = os.environ.get("RATUSHA_DEBUG", "") == "1"
TESTING = "PYTEST_VERSION" in os.environ
SECRET_KEY = state.secret("secret_key", DATA)
PROTECTION_KEY = state.secret("protection_key", DATA)  # seals personal numbers
PROTECTION_KEYS_OLD = os.environ.get(
    "RATUSHA_PROTECTION_KEYS_OLD", ""
).split()  # still open old seals
ERIP_SALT = (  # signs what the payment system and we say to each other
    os.environ.get("RATUSHA_ERIP_SALT")
    or salted_hmac("erip", "salt", secret=SECRET_KEY).hexdigest()
)
SITE_ADDRESS = os.environ.get("RATUSHA_ADDRESS", "http://127.0.0.1:8000")
HTTPS = SITE_ADDRESS.startswith("https://")
ALLOWED_HOSTS = os.environ.get(
    "RATUSHA_HOSTS", f"{urlsplit(SITE_ADDRESS).hostname},localhost,127.0.0.1,[::1],testserver"
).split(",")
CSRF_TRUSTED_ORIGINS = [SITE_ADDRESS]
STRICT_AUDIT = DEBUG or TESTING  # personal data in the journal: an error, or withheld

MODULES = [
    "kernel", "ui", "audit", "accounts", "territory", "parties", "registers", "exchange",
    "documents", "notifications", "payments", "obligations", "procedures", "cases", "systems", "applications",
    "complaints", "appeals", "plans", "measures", "conversion", "issues", "consultations",
    "statistics", "records", "law", "counter", "life_events", "steering", "indicators", "programmes",
    "self_assessment", "ratings", "committee", "portal",
]  # fmt: skip
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "procrastinate.contrib.django",
    *(f"ratusha.{module}" for module in MODULES),
    "ratusha.config",  # last: it connects the others
]
MIDDLEWARE = [
    "ratusha.config.incidents.number_request",  # first: it gives the request its number
    "django.middleware.security.SecurityMiddleware",
    "ratusha.ui.middleware.remember_language",
    "ratusha.ui.public_pages.keep_public_pages",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "ratusha.ui.middleware.refuse_control_characters",
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
LOGIN_REDIRECT_URL = "portal:my_page"
AUTHENTICATION_BACKENDS = ["ratusha.accounts.backend.Accounts"]
PASSWORD_HASHERS = ["ratusha.accounts.hashers.Argon2id"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
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
    """A `postgresql://user:password@host:port/name?option=value` address as Django wants it.

    One connection a process, kept: with one thread a process a pool would hold the same one. Prepared statements
    are off unless the address asks for them (`?prepare_threshold=5`), so that a pooler may stand in between.
    """
    parts = urlsplit(url)
    options: dict[str, Any] = dict(parse_qsl(parts.query))
    host, port = options.pop("host", parts.hostname or ""), options.pop("port", "")
    if "prepare_threshold" in options:
        options["prepare_threshold"] = int(options["prepare_threshold"])
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or port),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


DATABASES = {"default": database(os.environ.get("RATUSHA_DATABASE_URL", "postgresql:///ratusha"))}
PUBLIC_PAGE_SECONDS = int(os.environ.get("RATUSHA_PUBLIC_PAGE_SECONDS", "30"))
CACHES = {  # each process its own
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "pages": {  # public pages kept ready for strangers
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "OPTIONS": {"MAX_ENTRIES": 1000},
    },
}

LANGUAGES = list(pack().about["languages"].items())
LANGUAGE_CODE = LANGUAGES[0][0]
USE_I18N = True
USE_TZ = True
TIME_ZONE = pack().about["time_zone"]

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"  # with compressed copies, once `prepare` has collected them
WHITENOISE_USE_FINDERS = (
    WHITENOISE_AUTOREFRESH
) = not STATIC_ROOT.exists()  # else straight from the package
WHITENOISE_MAX_AGE = 30 * 24 * 3600  # the address of a file carries a mark of its content
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}

# What browsers are told. Nothing is loaded from elsewhere; nothing runs that is not a file of ours.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^health/"]  # asked by the machine beside us, over plain HTTP
if HTTPS:  # behind a proxy, which sets this header itself and drops one that comes from outside
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

SESSION_ENGINE = "ratusha.accounts.sessions"
SESSION_COOKIE_NAME = "__Host-visit" if HTTPS else "visit"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "ratusha.ui.errors.csrf_failed"

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = None  # only the worker needs the timed work: see tasks.py
PROCRASTINATE_PERIODIC_DEFAULTS = {
    "max_delay": 24 * 3600
}  # what was missed is still done a day later

# What one request may bring. A file's own limit is documents' business.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 10
FILE_UPLOAD_PERMISSIONS = 0o600

globals().update(mail(os.environ.get("RATUSHA_EMAIL_URL", "file:"), DATA))
DEFAULT_FROM_EMAIL = os.environ.get(
    "RATUSHA_EMAIL_FROM", f"Ratusha <no-answer@{urlsplit(SITE_ADDRESS).hostname}>"
)
FILE_SCANNER = os.environ.get(
    "RATUSHA_FILE_SCANNER", ""
)  # "package.module.function" of an operator

LOGGING_CONFIG = None  # structlog takes over: see logs.py
logs.configure(
    level=os.environ.get("RATUSHA_LOG_LEVEL", "INFO"), style=os.environ.get("RATUSHA_LOG", "")
)
