using Atelier.JobEngine;
using Npgsql;

namespace Atelier.Realtime;

internal static class FeedOpening
{
    /// <summary>Begins to watch as soon as the database is there.</summary>
    public static async Task<JobWatch> OpenAsync(
        this JobFeed feed,
        TimeProvider time,
        ILogger log,
        CancellationToken cancel
    )
    {
        while (true)
        {
            try
            {
                return await feed.WatchAsync(cancel);
            }
            catch (NpgsqlException problem)
            {
                log.LogWarning("Live updates wait for the database: {Problem}", problem.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), time, cancel);
            }
        }
    }
}
