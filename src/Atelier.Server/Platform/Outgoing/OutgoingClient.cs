using System.Net.Http.Headers;

namespace Atelier.Platform.Outgoing;

/// <summary>
/// The one way in which the studio calls servers that its people name: guarded, bounded in time and size, and without
/// anything of its own in it. Model providers and the mail server are the operator's and have clients of their own.
/// </summary>
internal sealed class OutgoingClient(OutgoingGuard guard, TimeProvider clock, ILogger<OutgoingClient> log) : IDisposable
{
    private readonly HttpMessageInvoker _http = new(OutgoingHandler.Create(guard));

    /// <returns>Always an answer: what went wrong is a value.</returns>
    public async Task<OutgoingAnswer> SendAsync(OutgoingCall call, CancellationToken cancel)
    {
        if (call is { Body: not null, Redirects: > 0 })
            throw new ArgumentException(
                "What carries a body is not sent on to where it was not meant for.",
                nameof(call)
            );
        var begun = clock.GetTimestamp();
        using var time = new CancellationTokenSource(call.Time, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancel);
        var address = call.Address;
        try
        {
            for (var hops = 0; ; hops++)
            {
                using var request = RequestOf(call, address);
                using var response = await _http.SendAsync(request, both.Token);
                if (call.Redirects == 0 || Next(response, address) is not { } next)
                    return await ReadAsync(call, address, response, begun, both.Token);
                if (hops == call.Redirects)
                    return Failed(OutgoingFailure.TooManyRedirects);
                if (!Destination.TryParse(next, out var place) || (address.Scheme, place.Scheme) is ("https", "http"))
                    return Failed(OutgoingFailure.Refused);
                address = place;
            }
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e) when (time.IsCancellationRequested || e is OperationCanceledException)
        {
            return Failed(OutgoingFailure.TimedOut);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException)
        {
            log.LogInformation("A call to {Host} failed: {Reason}", address.IdnHost, (e.InnerException ?? e).Message);
            return Failed(
                e.InnerException is DestinationRefusedException ? OutgoingFailure.Refused : OutgoingFailure.Unreachable
            );
        }

        OutgoingAnswer Failed(OutgoingFailure why) => new(null, why, address, clock.GetElapsedTime(begun), null, []);
    }

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage RequestOf(OutgoingCall call, Uri address)
    {
        var request = new HttpRequestMessage(call.Method, address);
        request.Headers.TryAddWithoutValidation("User-Agent", "Atelier");
        foreach (var (name, value) in call.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (call.Body is { } body)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(call.ContentType);
        }
        return request;
    }

    /// <returns>Where the answer sends us on to; null when it does not.</returns>
    private static string? Next(HttpResponseMessage response, Uri from) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308
        && response.Headers.Location is { } location
        && Uri.TryCreate(from, location, out var next)
            ? next.OriginalString
            : null;

    private async Task<OutgoingAnswer> ReadAsync(
        OutgoingCall call,
        Uri address,
        HttpResponseMessage response,
        long begun,
        CancellationToken cancel
    )
    {
        var body = new MemoryStream();
        var isWhole = call.LargestAnswer == 0;
        if (!isWhole)
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancel);
            var buffer = new byte[16 * 1024];
            while (body.Length <= call.LargestAnswer && !isWhole)
            {
                var read = await stream.ReadAsync(buffer, cancel);
                body.Write(buffer, 0, read);
                isWhole = read == 0;
            }
        }
        return new(
            (int)response.StatusCode,
            isWhole ? null : OutgoingFailure.TooLarge,
            address,
            clock.GetElapsedTime(begun),
            response.Content.Headers.ContentType?.MediaType,
            isWhole ? body.ToArray() : []
        );
    }
}
