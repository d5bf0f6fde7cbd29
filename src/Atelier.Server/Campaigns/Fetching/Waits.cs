namespace Atelier.Campaigns.Fetching;

/// <summary>How the crawler lets time pass.</summary>
internal class Waits(TimeProvider clock)
{
    public virtual Task ForAsync(TimeSpan time, CancellationToken cancel) => Task.Delay(time, clock, cancel);
}
