// Reads {jose, secret, kid, token} and answers what the independent library jose makes of them.
const input = JSON.parse(await new Response(process.stdin).text());
const jose = await import(input.jose);
const secret = jose.base64url.decode(input.secret);
const wanted = { algorithms: ["HS256"], typ: "at+jwt", issuer: "atelier", audience: "atelier-api" };
const { payload, protectedHeader } = await jose.jwtVerify(input.token, secret, wanted);

const header = { alg: "HS256", typ: "at+jwt", kid: input.kid };
const sign = (more) => new jose.SignJWT(payload).setProtectedHeader({ ...header, ...more }).sign(secret);
const encrypt = (alg, enc, key) => new jose.EncryptJWT(payload).setProtectedHeader({ ...header, alg, enc }).encrypt(key);
const rsa = await jose.generateKeyPair("RS256");

console.log(
  JSON.stringify({
    payload,
    protectedHeader,
    signed: await sign({}),
    refused: {
      HS384: await sign({ alg: "HS384" }),
      HS512: await sign({ alg: "HS512" }),
      RS256: await new jose.SignJWT(payload).setProtectedHeader({ ...header, alg: "RS256" }).sign(rsa.privateKey),
      none: new jose.UnsecuredJWT(payload).encode(),
      dir: await encrypt("dir", "A256GCM", secret),
      wrapped: await encrypt("A256KW", "A256GCM", secret),
      nested: await new jose.CompactEncrypt(new TextEncoder().encode(input.token))
        .setProtectedHeader({ alg: "dir", enc: "A256GCM", cty: "JWT", kid: input.kid })
        .encrypt(secret),
    },
  }),
);
