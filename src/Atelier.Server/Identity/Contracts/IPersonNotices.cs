using System.Data.Common;

namespace Atelier.Identity.Contracts;

/// <summary>Tells people by mail what became of something of theirs.</summary>
internal interface IPersonNotices
{
    /// <summary>The mail goes out exactly when <paramref name="transaction"/> commits. Who has no account any more gets none.</summary>
    Task TellAsync(DbTransaction transaction, Guid person, string subject, string text, CancellationToken cancel);
}
