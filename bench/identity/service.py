"""What Atelier is measured against: the same GET /me, the usual way in Python.

FastAPI and uvicorn (with uvloop and httptools), SQLAlchemy's async ORM over asyncpg, and PyJWT, all as Debian packages
them. Reads the same row of the same PostgreSQL; takes the same tokens. It does not ask whether the session still stands,
which Atelier does.
"""
import base64
import json
import os
from uuid import UUID

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel
from sqlalchemy import Boolean, Column, DateTime, String, select
from sqlalchemy.dialects.postgresql import UUID as Uuid
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import declarative_base, sessionmaker

engine = create_async_engine(os.environ["DATABASE_URL"], pool_size=20, max_overflow=0)
new_session = sessionmaker(engine, class_=AsyncSession, expire_on_commit=False)
keys = {key["id"]: base64.b64decode(key["secret"]) for key in json.loads(os.environ["SIGNING_KEYS"])}
bearer = HTTPBearer()
app = FastAPI()


class User(declarative_base()):
    __tablename__ = "user"
    __table_args__ = {"schema": "identity"}
    id = Column(Uuid(as_uuid=True), primary_key=True)
    email = Column(String)
    name = Column(String)
    role = Column(String)
    password_expired = Column(Boolean)
    created_at = Column(DateTime(timezone=True))


class UserView(BaseModel):
    id: UUID
    email: str
    name: str
    role: str
    passwordExpired: bool
    createdAt: str


async def session():
    async with new_session() as opened:
        yield opened


async def caller(credentials: HTTPAuthorizationCredentials = Depends(bearer)) -> UUID:
    try:
        key = keys[jwt.get_unverified_header(credentials.credentials)["kid"]]
        claims = jwt.decode(credentials.credentials, key, ["HS256"], audience="atelier-api", issuer="atelier")
        return UUID(claims["sub"])
    except (jwt.InvalidTokenError, KeyError, ValueError) as problem:
        raise HTTPException(401) from problem


@app.get("/api/v1/auth/me", response_model=UserView)
async def me(user_id: UUID = Depends(caller), db: AsyncSession = Depends(session)):
    user = (await db.execute(select(User).where(User.id == user_id))).scalar_one_or_none()
    if user is None:
        raise HTTPException(401)
    return UserView(
        id=user.id,
        email=user.email,
        name=user.name,
        role=user.role,
        passwordExpired=user.password_expired,
        createdAt=user.created_at.isoformat(),
    )
