namespace Atelier.Generation;

/// <summary>
/// Fetches a clip. The provider's own address is asked with the key; every other address that an answer names is a
/// stranger's and goes through the guarded handler, without the key.
/// </summary>
internal sealed class ClipDownload(
    VideoOptions options,
    ProviderHttp http,
    HttpMessageHandler? outside,
    TimeProvider time
)
{
    private const int MostRedirects = 3;
    private const int FirstBytes = 12;

    private readonly HttpMessageInvoker? _outside = outside is null ? null : new(outside, disposeHandler: false);
    private readonly long _largest = options.LargestFileMegabytes * 1024L * 1024;

    /// <exception cref="FailureException">What came is not a whole film.</exception>
    public async Task<ClipFile> FetchAsync(Uri address, string path, CancellationToken cancel)
    {
        var part = path + ".part";
        try
        {
            using var response = await FollowAsync(address, cancel);
            var type = response.Content.Headers.ContentType?.MediaType ?? "";
            if (type != "application/octet-stream" && !type.StartsWith("video/", StringComparison.Ordinal))
                throw Bad($"sent {(type.Length == 0 ? "no type" : type)} in place of a film");
            if (response.Content.Headers.ContentLength > _largest)
                throw TooLarge();
            var (bytes, container) = await CopyAsync(response, part, cancel);
            if (response.Content.Headers.ContentLength is { } promised && promised != bytes)
                throw new FailureException(new(FailureCodes.CutOff, "The download broke off.", true));
            File.Move(part, path, overwrite: true);
            return new ClipFile(path, bytes, container);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private async Task<HttpResponseMessage> FollowAsync(Uri address, CancellationToken cancel)
    {
        for (var hops = 0; hops <= MostRedirects; hops++)
        {
            var response = await SendAsync(address, cancel);
            var status = (int)response.StatusCode;
            if (status == 200)
                return response;
            using (response)
            {
                if (status is 401 or 403 or 404 or 410)
                    throw new FailureException(new(FailureCodes.Gone, $"The clip's address answered {status}.", false));
                if (status is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } location)
                    throw new FailureException(ProviderErrors.Of(new(status, default, response.Headers), time));
                address = new Uri(address, location);
            }
        }
        throw Bad("sent us from address to address");
    }

    private async Task<HttpResponseMessage> SendAsync(Uri address, CancellationToken cancel)
    {
        if (address.Scheme != Uri.UriSchemeHttps && (address.Scheme, options.Endpoint!.Scheme) != ("http", "http"))
            throw Bad("named an address that is not safe to call");
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (http.IsOwn(address))
            return await http.SendAsync(request, cancel);
        if (_outside is null)
            throw Bad("named an address outside of its own");
        return await _outside.SendAsync(request, cancel);
    }

    private async Task<(long Bytes, string Container)> CopyAsync(
        HttpResponseMessage response,
        string part,
        CancellationToken cancel
    )
    {
        await using var from = await response.Content.ReadAsStreamAsync(cancel);
        await using var to = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None);
        var buffer = new byte[64 * 1024];
        var (bytes, head) = (0L, Array.Empty<byte>());
        while (true)
        {
            var read = await ReadAsync(from, buffer, cancel);
            if (read == 0)
                break;
            if (head.Length < FirstBytes)
                head = [.. head, .. buffer.AsSpan(0, Math.Min(read, FirstBytes - head.Length))];
            bytes += read;
            if (bytes > _largest)
                throw TooLarge();
            await to.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
        return (bytes, Container(head) ?? throw Bad("sent something that is not a film"));
    }

    private async Task<int> ReadAsync(Stream from, byte[] buffer, CancellationToken cancel)
    {
        using var silence = new CancellationTokenSource(TimeSpan.FromSeconds(options.TimeoutSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancel);
        try
        {
            return await from.ReadAsync(buffer, either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new FailureException(new(FailureCodes.CutOff, "The download fell silent.", true));
        }
    }

    private static string? Container(ReadOnlySpan<byte> head) =>
        head.Length >= 8 && head[4..].StartsWith("ftyp"u8) ? "video/mp4"
        : head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]) ? "video/webm"
        : null;

    private FailureException TooLarge() => Bad($"sent more than {options.LargestFileMegabytes} MB");

    private static FailureException Bad(string what) =>
        new(new(FailureCodes.BadAnswer, $"The provider {what}.", Retryable: false));
}
