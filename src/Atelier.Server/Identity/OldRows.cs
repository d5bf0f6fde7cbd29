using Atelier.Identity.Sessions;
using Atelier.Platform.Database;

namespace Atelier.Identity;

/// <summary>What is forgotten by itself, once it can open nothing any more.</summary>
internal static class OldRows
{
    /// <summary>Long enough to ask where a strange login came from.</summary>
    public static readonly TimeSpan EndedSessionsStay = TimeSpan.FromDays(30);

    /// <remarks>
    /// All of a session's refresh tokens stay until it is over, the used and expired ones too: each is a trap for whoever
    /// stole it. A session is also over when its newest token has died unused.
    /// </remarks>
    private const string EndedSessions = """
        delete from identity.session where id in (
            select s.id from identity.session s
            where least(s.revoked_at, s.expires_at) < $1
               or s.last_used_at < $1 and not exists (
                   select from identity.refresh_token t where t.session_id = s.id and t.expires_at >= $1)
            limit 1000)
        """;

    public static void SweepIdentity(this IServiceCollection services)
    {
        services.AddSingleton(new SweepRule(EndedSessions, EndedSessionsStay));
        services.AddSingleton(new SweepRule("delete from identity.one_time_token where expires_at < $1"));
        services.AddSingleton(
            new SweepRule("delete from identity.known_device where last_login_at < $1", KnownDevices.Memory)
        );
    }
}
