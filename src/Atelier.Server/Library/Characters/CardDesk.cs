namespace Atelier.Library.Characters;

/// <summary>Cards that are read or written at the same time: each may take some hundred megabytes of memory for a moment.</summary>
internal sealed class CardDesk : IDisposable
{
    private readonly SemaphoreSlim _places = new(2);

    public async Task<T> AtAsync<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        await _places.WaitAsync(cancel);
        try
        {
            return await work();
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
