using System.Net;

namespace Atelier.Platform.Outgoing;

/// <summary>
/// Calls one server that the operator configured. It may be anywhere, so its address is not judged; where it sends us on to
/// is not followed, as a key would go along. What people name is called with <see cref="OutgoingClient"/>.
/// </summary>
internal sealed class OperatorClient(Uri address, TimeSpan time, TimeProvider clock) : IDisposable
{
    private const int LargestAnswer = 8 * 1024 * 1024;

    private readonly HttpClient _http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5), // a moved name is noticed
        }
    )
    {
        BaseAddress = address,
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LargestAnswer,
    };

    /// <returns>Whatever was answered, read to its end.</returns>
    /// <exception cref="HttpRequestException">Nothing was, or too much.</exception>
    /// <exception cref="TimeoutException">Not in time.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(time, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            return await _http.SendAsync(request, both.Token);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"{address.Host} did not answer in time.", e);
        }
    }

    public void Dispose() => _http.Dispose();
}
