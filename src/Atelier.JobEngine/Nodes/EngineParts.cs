using Microsoft.Extensions.Logging;
using Npgsql;

namespace Atelier.JobEngine.Nodes;

/// <summary>What every part of a working node needs.</summary>
internal sealed record EngineParts(
    NpgsqlDataSource Database,
    JobEngineOptions Options,
    TimeProvider Time,
    Notices Notices,
    ProgressWriter Progress,
    StepStore Steps,
    Silence Silence,
    Execution Execution,
    ILogger Log
);
