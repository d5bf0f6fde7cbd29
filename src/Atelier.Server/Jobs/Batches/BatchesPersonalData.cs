using Atelier.JobEngine.Batches;
using Atelier.JobEngine.Schedules;
using Atelier.Jobs.Contracts;
using Atelier.Jobs.Schedules;
using Atelier.Platform.PersonalData;
using Npgsql;

namespace Atelier.Jobs.Batches;

/// <summary>A person's batches and schedules. What they ordered belongs to the studios.</summary>
internal sealed class BatchesPersonalData(JobBatches batches, JobSchedules schedules) : IPersonalData
{
    private const int PageSize = 100;

    public async Task ExportAsync(Guid person, PersonalArchive archive, CancellationToken cancel)
    {
        var ordered = await AllAsync(before => batches.ListAsync(person, before, PageSize, cancel), batch => batch.Id);
        await archive.AddJsonAsync("batches.json", ordered.ConvertAll(batch => new BatchView(batch)), cancel);
        var kept = await AllAsync(before => schedules.ListAsync(person, before, PageSize, cancel), one => one.Id);
        await archive.AddJsonAsync("schedules.json", kept.ConvertAll(ScheduleView.Of), cancel);
    }

    public async Task RemoveAsync(NpgsqlTransaction transaction, Guid person, CancellationToken cancel)
    {
        await using var delete = new NpgsqlCommand(
            "with s as (delete from jobs.schedule where owner_id = $1) delete from jobs.batch where owner_id = $1",
            transaction.Connection,
            transaction
        );
        delete.Parameters.Add(new() { Value = person });
        await delete.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<List<T>> AllAsync<T>(Func<Guid?, Task<IReadOnlyList<T>>> read, Func<T, Guid> id)
        where T : class
    {
        var all = new List<T>();
        IReadOnlyList<T> page;
        do all.AddRange(page = await read(all.Count > 0 ? id(all[^1]) : null));
        while (page.Count == PageSize);
        return all;
    }
}
