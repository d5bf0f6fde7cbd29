using Atelier.Platform.Http;

namespace Atelier.Identity.Access;

/// <summary>A studio that serves something nobody has decided the access of does not start.</summary>
internal sealed class AccessCheck(EndpointDataSource routes) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var undecided = routes.Endpoints.Where(route => route.Metadata.GetMetadata<AccessRule>() is null).ToList();
        return undecided.Count == 0
            ? Task.CompletedTask
            : throw new InvalidOperationException(
                $"Not in the access table: {string.Join(", ", undecided.Select(route => route.DisplayName))}."
            );
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
