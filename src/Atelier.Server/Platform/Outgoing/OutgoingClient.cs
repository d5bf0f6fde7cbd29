using System.Net;
using System.Net.Http.Headers;

namespace Atelier.Platform.Outgoing;

/// <summary>
/// The one way in which the studio calls servers that its people name: guarded, bounded in time and size, and without
/// anything of its own in it. Model providers and the mail server are the operator's and have clients of their own.
/// </summary>
internal sealed class OutgoingClient(OutgoingGuard guard, TimeProvider clock, ILogger<OutgoingClient> log) : IDisposable
{
    // Unpacked here and not by the handler, which would not tell how much came in.
    private readonly HttpMessageInvoker _http = new(OutgoingHandler.Create(guard, DecompressionMethods.None));

    /// <summary>GET, or HEAD where the head is enough. Redirects are the caller's to follow.</summary>
    public Task<OutgoingAnswer> ReadAsync(OutgoingRead read, CancellationToken cancel)
    {
        var method = read.HeadOnly ? HttpMethod.Head : HttpMethod.Get;
        var call = new OutgoingCall(method, read.Address, read.Time, read.HeadOnly ? 0 : read.LargestAnswer);
        return SendAsync(call with { Headers = read.Headers, Rules = read.Rules with { OnlyOk = true } }, cancel);
    }

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
                using var response = await BeginAsync(request, call, both.Token);
                if (call.Redirects == 0 || Next(response, address) is not { } next)
                    return await AnswerOfAsync(call, address, response, begun, both.Token);
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
                e.InnerException is DestinationRefusedException ? OutgoingFailure.Refused
                : e is InvalidDataException ? OutgoingFailure.Unreadable
                : OutgoingFailure.Unreachable
            );
        }

        OutgoingAnswer Failed(OutgoingFailure why) => new(null, why, address, clock.GetElapsedTime(begun), null, []);
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> BeginAsync(
        HttpRequestMessage request,
        OutgoingCall call,
        CancellationToken cancel
    )
    {
        if (call.Rules.HeaderTime is not { } patience)
            return await _http.SendAsync(request, cancel);
        using var time = new CancellationTokenSource(patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancel);
        return await _http.SendAsync(request, both.Token);
    }

    private static HttpRequestMessage RequestOf(OutgoingCall call, Uri address)
    {
        var request = new HttpRequestMessage(call.Method, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        if (!call.Headers.ContainsKey("User-Agent"))
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

    private async Task<OutgoingAnswer> AnswerOfAsync(
        OutgoingCall call,
        Uri address,
        HttpResponseMessage response,
        long begun,
        CancellationToken cancel
    )
    {
        var (body, failure) = (Array.Empty<byte>(), (OutgoingFailure?)null);
        if (call.LargestAnswer > 0 && (!call.Rules.OnlyOk || response.StatusCode is HttpStatusCode.OK))
            (body, failure) = await AnswerBody.ReadAsync(response.Content, call, clock, cancel);
        return new(
            (int)response.StatusCode,
            failure,
            address,
            clock.GetElapsedTime(begun),
            response.Content.Headers.ContentType?.MediaType,
            body
        )
        {
            Headers = HeadersOf(response),
        };
    }

    private static Dictionary<string, string> HeadersOf(HttpResponseMessage response)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
            headers[name] = values.ToString();
        return headers;
    }
}
