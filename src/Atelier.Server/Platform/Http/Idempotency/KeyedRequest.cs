using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace Atelier.Platform.Http.Idempotency;

/// <summary>A request by which it is known again.</summary>
/// <param name="Id">Hashed from who asks for what and with which key: the key itself is kept nowhere.</param>
/// <param name="Fingerprint">The body's SHA-256.</param>
internal sealed record KeyedRequest(byte[] Id, Guid User, byte[] Fingerprint)
{
    /// <summary>Reads the body, which stays there to be read again.</summary>
    public static async Task<KeyedRequest> ReadAsync(HttpRequest request, string key)
    {
        var user = Guid.Parse(request.HttpContext.User.FindFirstValue("sub")!);
        var what = $"{user}\n{request.Method}\n{request.Path.Value!.TrimEnd('/').ToLowerInvariant()}\n{key}";
        request.EnableBuffering();
        var fingerprint = await SHA256.HashDataAsync(request.Body, request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        return new(SHA256.HashData(Encoding.UTF8.GetBytes(what)), user, fingerprint);
    }
}
