using System.Threading.RateLimiting;
using Atelier.Identity.Contracts;
using Atelier.Platform.Errors;
using Microsoft.Extensions.Options;

namespace Atelier.Realtime;

/// <summary>How many live connections a person has at a time, however they are carried.</summary>
internal sealed class ConnectionLimit(IOptions<RealtimeOptions> options) : IDisposable
{
    private static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(30);

    private readonly PartitionedRateLimiter<Guid> _connections = PartitionedRateLimiter.Create<Guid, Guid>(person =>
        RateLimitPartition.GetConcurrencyLimiter(
            person,
            _ => new() { PermitLimit = options.Value.ConnectionsPerPerson, QueueLimit = 0 }
        )
    );

    public void Dispose() => _connections.Dispose();

    /// <summary>Holds a place for as long as the connection lasts. What is posted beside one takes none.</summary>
    public RequestDelegate Around(RequestDelegate connect) =>
        async http =>
        {
            if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsConnect(http.Request.Method))
            {
                await connect(http);
                return;
            }
            using var place = _connections.AttemptAcquire(CurrentUser.From(http.User).Id);
            if (place.IsAcquired)
                await connect(http);
            else
                await (
                    Problem.TooMany(ComeBack) with
                    {
                        Code = "too_many_connections",
                        Detail = $"A person can have {options.Value.ConnectionsPerPerson} live connections.",
                    }
                )
                    .ToHttp()
                    .ExecuteAsync(http);
        };
}
