using Atelier.JobEngine;
using Atelier.JobEngine.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

// A node in a process of its own, for tests that kill or freeze it. Arguments: connection string, where to stop.
// There it says so and waits for a line that a test may never send.
var (address, stopAt) = (args[0], args[1]);
var database = NpgsqlDataSource.Create(address);
Work work = async (_, run, _) =>
{
    try
    {
        return await ThreeSteps.RunAsync(
            database,
            run,
            async point =>
            {
                if (point != stopAt)
                    return;
                Console.WriteLine("at " + point);
                await Console.In.ReadLineAsync();
            }
        );
    }
    catch (Exception)
    {
        // Its token told it, or its transaction was ended by whoever took the job over.
        Console.WriteLine("stopped");
        throw;
    }
};
var builder = Host.CreateEmptyApplicationBuilder(null);
builder.Services.AddSingleton(database).AddSingleton(work);
builder
    .Services.AddJobEngine(options =>
    {
        (options.Lease, options.Beat) = (TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(200));
        options.Sweep = TimeSpan.FromMilliseconds(200);
    })
    .AddJobHandler<TestJob, TestHandler>();
await builder.Build().RunAsync();
