using Atelier.Platform.Errors;

namespace Atelier.Library.Characters;

/// <summary>A small file sent as a request's whole body.</summary>
internal static class RawBody
{
    public static async Task<(ReadOnlyMemory<byte> Bytes, Problem? Refusal)> ReadAsync(
        HttpRequest request,
        int longest,
        CancellationToken cancel
    )
    {
        if (request.ContentLength > longest)
            return (default, TooLarge);
        using var body = new MemoryStream((int)(request.ContentLength ?? 0));
        var buffer = new byte[81_920];
        while (await request.Body.ReadAsync(buffer, cancel) is > 0 and var read)
        {
            body.Write(buffer, 0, read);
            if (body.Length > longest)
                return (default, TooLarge);
        }
        return (body.ToArray(), null);
    }

    private static Problem TooLarge =>
        new(StatusCodes.Status413PayloadTooLarge, "too_large", "The file is larger than may be sent here.");
}
