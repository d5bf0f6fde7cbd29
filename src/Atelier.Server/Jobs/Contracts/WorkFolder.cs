using System.Security.Cryptography;
using Atelier.JobEngine;
using Atelier.Platform;
using Microsoft.Extensions.Options;

namespace Atelier.Jobs.Contracts;

/// <summary>
/// Where one run of a job keeps files while it works: <c>work/JOB/RUN</c> in the data folder. What an earlier run of the
/// job left is removed first; a run that lost its job without noticing only ever removes its own.
/// </summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly string _ofJob;

    public WorkFolder(StudioOptions studio, Guid jobId)
    {
        _ofJob = studio.DataPath("work", jobId.ToString());
        if (Directory.Exists(_ofJob))
            Directory.Delete(_ofJob, recursive: true);
        Path = System.IO.Path.Combine(_ofJob, RandomNumberGenerator.GetHexString(12, lowercase: true));
    }

    /// <summary>Not made yet.</summary>
    public string Path { get; }

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
        if (Directory.Exists(_ofJob) && !Directory.EnumerateFileSystemEntries(_ofJob).Any())
            Directory.Delete(_ofJob);
    }
}

/// <summary>At the start, removes the work of jobs that no run will take up again, such as cancelled ones.</summary>
internal sealed class WorkFolderSweep(IOptions<StudioOptions> studio, JobClient jobs) : IStartStep
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var work = new DirectoryInfo(studio.Value.DataPath("work"));
        if (!work.Exists)
            return;
        foreach (var folder in work.EnumerateDirectories())
            if (
                Guid.TryParse(folder.Name, out var job)
                && (await jobs.GetAsync(job, cancel))?.Job.State is not (JobState.Queued or JobState.Running)
            )
                folder.Delete(recursive: true);
    }
}
