using Atelier.JobEngine;
using Atelier.Platform.Files;

namespace Atelier.Jobs;

/// <summary>What steps have stored, as long as a job may go on from there.</summary>
internal sealed class JobAssets(JobClient jobs) : IAssetReferences
{
    private const string Sha256 = "[0-9a-f]{64}";

    public IAsyncEnumerable<string> AllAsync(CancellationToken cancel) =>
        jobs.FindInStepsAsync(Sha256, AssetSweep.Grace, cancel);
}
