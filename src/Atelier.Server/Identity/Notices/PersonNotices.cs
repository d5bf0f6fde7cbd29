using System.Data.Common;
using Atelier.Identity.Contracts;
using Npgsql;

namespace Atelier.Identity.Notices;

internal sealed class PersonNotices(NoticeBoard board) : IPersonNotices
{
    public async Task TellAsync(
        DbTransaction transaction,
        Guid person,
        string subject,
        string text,
        CancellationToken cancel
    )
    {
        var open = (NpgsqlTransaction)transaction;
        await using var select = new NpgsqlCommand(
            "select email from identity.\"user\" where id = $1",
            open.Connection,
            open
        );
        select.Parameters.Add(new() { Value = person });
        if (await select.ExecuteScalarAsync(cancel) is string email)
            await board.TellAsync(open, email, new Notice(subject, text, IsAboutSafety: false), cancel);
    }
}
