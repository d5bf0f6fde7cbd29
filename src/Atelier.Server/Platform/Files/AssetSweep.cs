using Npgsql;

namespace Atelier.Platform.Files;

/// <summary>
/// Removes assets that no module has named for a day. Equal content stored again makes a file new, so one that is
/// wanted again in this moment stays.
/// </summary>
internal sealed class AssetSweep(
    AssetStore assets,
    IServiceScopeFactory scopes,
    NpgsqlDataSource database,
    TimeProvider clock,
    ILogger<AssetSweep> log
)
{
    /// <summary>Longer than any step of a job takes from storing a file to naming it.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    /// <returns>How many files were removed.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        if (!await IsOursAsync(cancel))
            return 0;
        var limit = clock.GetUtcNow() - Grace;
        // The files first, the references second: a file stored and named in between is not among the files.
        var left = assets.ListOlderThan(limit).ToHashSet(StringComparer.Ordinal);
        await using var scope = scopes.CreateAsyncScope();
        foreach (var module in scope.ServiceProvider.GetServices<IAssetReferences>())
        await foreach (var sha256 in module.AllAsync(cancel))
            left.Remove(sha256);
        var removed = left.Count(sha256 => assets.RemoveOlderThan(sha256, limit));
        if (removed > 0)
            log.LogInformation("Removed {Count} files that nothing refers to", removed);
        return removed;
    }

    /// <summary>A data folder beside another database would look as if nothing in it were needed.</summary>
    private async Task<bool> IsOursAsync(CancellationToken cancel)
    {
        await using var read = database.CreateCommand("select id::text from platform.studio");
        var id = (string)(await read.ExecuteScalarAsync(cancel))!;
        if (assets.ClaimFor(id) == id)
            return true;
        log.LogWarning("The assets belong to another database: files that nothing refers to are kept");
        return false;
    }
}
