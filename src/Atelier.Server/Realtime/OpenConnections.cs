using System.Collections.Concurrent;
using Atelier.Identity.Contracts;
using Microsoft.AspNetCore.SignalR;
using Npgsql;

namespace Atelier.Realtime;

/// <summary>Closes this node's connections when the session or the role they were opened with has ended, within a second.</summary>
internal sealed class OpenConnections(ISessions sessions, TimeProvider clock, ILogger<OpenConnections> log)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, HubCallerContext> _open = new(StringComparer.Ordinal);

    public void Add(HubCallerContext connection) => _open[connection.ConnectionId] = connection;

    public void Remove(HubCallerContext connection) => _open.TryRemove(connection.ConnectionId, out _);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await LookAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The studio is stopping, and its connections with it.
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        var open = _open.Values.Select(connection => (connection, User: CurrentUser.From(connection.User!))).ToList();
        if (open.Count == 0)
            return;
        try
        {
            var roles = await sessions.RolesOfAsync([.. open.Select(o => o.User.CredentialId).Distinct()], cancel);
            foreach (var (connection, user) in open)
                if (roles.GetValueOrDefault(user.CredentialId) != user.Role)
                    connection.Abort();
        }
        catch (NpgsqlException problem)
        {
            log.LogWarning("Open connections could not be checked: {Problem}", problem.Message);
        }
    }
}
