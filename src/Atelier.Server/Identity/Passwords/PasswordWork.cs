namespace Atelier.Identity.Passwords;

/// <summary>Hashing takes a third of a second of one core, so only as many run at once as there are cores.</summary>
internal sealed class PasswordWork(int cost)
{
    private static readonly SemaphoreSlim Cores = new(Environment.ProcessorCount);

    public Task<string> MakeAsync(string password, CancellationToken cancel) =>
        RunAsync(() => PasswordHash.Make(password, cost), cancel);

    public Task<bool> MatchesAsync(string password, string? hash, CancellationToken cancel) =>
        RunAsync(() => PasswordHash.Matches(password, hash, cost), cancel);

    public bool IsOutdated(string hash) => PasswordHash.IsOutdated(hash, cost);

    private static async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancel)
    {
        await Cores.WaitAsync(cancel);
        try
        {
            return await Task.Run(work, cancel);
        }
        finally
        {
            Cores.Release();
        }
    }
}
