namespace Atelier.JobEngine.Nodes;

/// <summary>How much of the machine's processors this process used since it was last asked.</summary>
internal sealed class ProcessorLoad(TimeProvider time)
{
    private TimeSpan _used = Environment.CpuUsage.TotalTime;
    private long _asked = time.GetTimestamp();

    /// <returns>0 to 1.</returns>
    public float Take()
    {
        var (used, asked) = (Environment.CpuUsage.TotalTime, time.GetTimestamp());
        var available = time.GetElapsedTime(_asked, asked) * Environment.ProcessorCount;
        var share = available > TimeSpan.Zero ? (used - _used) / available : 0;
        (_used, _asked) = (used, asked);
        return (float)Math.Clamp(share, 0, 1);
    }
}
