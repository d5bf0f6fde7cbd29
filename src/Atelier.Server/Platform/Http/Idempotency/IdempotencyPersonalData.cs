using Atelier.Platform.PersonalData;
using Npgsql;

namespace Atelier.Platform.Http.Idempotency;

/// <summary>What was answered to a person lies here for a day, so that it can be answered again.</summary>
internal sealed class IdempotencyPersonalData : IPersonalData
{
    /// <summary>Nothing: these are copies, for a day, of what the modules export as it is now.</summary>
    public Task ExportAsync(Guid person, PersonalArchive archive, CancellationToken cancel) => Task.CompletedTask;

    public async Task RemoveAsync(NpgsqlTransaction transaction, Guid person, CancellationToken cancel)
    {
        await using var delete = new NpgsqlCommand(
            "delete from platform.kept_answer where user_id = $1",
            transaction.Connection,
            transaction
        );
        delete.Parameters.Add(new() { Value = person });
        await delete.ExecuteNonQueryAsync(cancel);
    }
}
