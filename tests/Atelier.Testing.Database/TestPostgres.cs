using System.Globalization;
using Atelier.Platform.Database.Postgres;

namespace Atelier.Testing.Database;

/// <summary>The one PostgreSQL of a test run: the server named in ATELIER_TEST_DATABASE, or an embedded one.</summary>
internal static class TestPostgres
{
    private const string Prefix = "atelier-test-";
    private static readonly Lazy<Task<string>> Started = new(StartAsync);

    /// <summary>Connects with the right to create databases.</summary>
    public static Task<string> ConnectionStringAsync() => Started.Value;

    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("ATELIER_TEST_DATABASE") is { Length: > 0 } external)
            return external;
        await RemoveLeftoversAsync();
        var folder = Path.Combine(Path.GetTempPath(), Prefix + Environment.ProcessId);
        var postgres = await StartAsync(folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => RemoveAsync(postgres, folder).GetAwaiter().GetResult();
        return postgres.ConnectionString;
    }

    private static Task<EmbeddedPostgres> StartAsync(string folder) =>
        EmbeddedPostgres.StartAsync(
            new(RepositoryRoot.Packs, Path.Combine(folder, "postgres"), Durable: false),
            CancellationToken.None
        );

    private static async Task RemoveAsync(EmbeddedPostgres postgres, string folder)
    {
        await postgres.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A killed run cannot stop its database; the next one does.</summary>
    private static async Task RemoveLeftoversAsync()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            var owner = Path.GetFileName(folder)[Prefix.Length..];
            if (!int.TryParse(owner, CultureInfo.InvariantCulture, out var id) || IsAlive(id))
                continue;
            try
            {
                await RemoveAsync(await StartAsync(folder), folder);
            }
            catch (Exception e) when (e is EmbeddedPostgresException or IOException or UnauthorizedAccessException)
            {
                // Another run is removing it, or it belongs to another account.
            }
        }
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
