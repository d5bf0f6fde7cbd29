using Atelier.Platform.Database.Postgres;
using Microsoft.Extensions.Options;

namespace Atelier.Platform.Database;

/// <summary>The studio's PostgreSQL: the server named in the options, or its own, which stops with the studio.</summary>
internal sealed class StudioDatabase(IOptions<StudioOptions> options) : IAsyncDisposable
{
    private EmbeddedPostgres? _embedded;
    private string? _connectionString;

    public string ConnectionString =>
        _connectionString ?? throw new InvalidOperationException("The database has not been started yet.");

    public async Task StartAsync(CancellationToken cancel)
    {
        var studio = options.Value;
        if (string.IsNullOrWhiteSpace(studio.Database))
        {
            _embedded = await EmbeddedPostgres.StartAsync(new(studio.Packs, studio.DataPath("postgres")), cancel);
            _connectionString = _embedded.ConnectionString;
        }
        else
        {
            _connectionString = studio.Database;
        }
    }

    /// <summary>For a command beside the studio: uses the server of the studio that is running, or starts it.</summary>
    /// <returns>True when a studio is running on it.</returns>
    public async Task<bool> JoinAsync(CancellationToken cancel)
    {
        var studio = options.Value;
        if (string.IsNullOrWhiteSpace(studio.Database))
            _connectionString = await EmbeddedPostgres.FindRunningAsync(studio.DataPath("postgres"), cancel);
        if (_connectionString is not null)
            return true;
        await StartAsync(cancel);
        return false;
    }

    /// <summary>Starts the studio's own server again when it died. Another's server is another's business.</summary>
    public Task<bool> ReviveAsync(CancellationToken cancel) => _embedded?.ReviveAsync(cancel) ?? Task.FromResult(false);

    public async ValueTask DisposeAsync()
    {
        if (_embedded is not null)
            await _embedded.DisposeAsync();
    }
}
