namespace Atelier.Generation;

/// <summary>What the dialects differ in: one request each, without repetition or patience.</summary>
internal interface IVideoApi
{
    /// <returns>The remote id.</returns>
    Task<string> SubmitAsync(ClipOrder order, CancellationToken cancel);

    /// <returns>The remote id; null when there is none.</returns>
    Task<string?> FindAsync(ClipOrder order, IReadOnlySet<string> taken, CancellationToken cancel);

    Task<ClipStatus> LookAsync(string id, CancellationToken cancel);

    /// <summary>Hears of progress while somebody waits, where the dialect tells it in another way. Never throws.</summary>
    Task ListenAsync(string id, CancellationToken stop) => Task.CompletedTask;

    /// <returns>How the clip stands after the wish.</returns>
    Task<ClipStatus> CancelAsync(string id, CancellationToken cancel);
}
