namespace Atelier.JobEngine.Tests;

// What holds for one node must hold for three that share the work: the same tests once more. The claims themselves, kills,
// outages and drains are tested with several nodes from the start.

public sealed class StepTestsOnThreeNodes : StepTests
{
    protected override int Nodes => 3;
}

public sealed class RetryTestsOnThreeNodes : RetryTests
{
    protected override int Nodes => 3;
}

public sealed class CancelTestsOnThreeNodes : CancelTests
{
    protected override int Nodes => 3;
}

public sealed class LimitTestsOnThreeNodes : LimitTests
{
    protected override int Nodes => 3;
}

public sealed class RescueTestsOnThreeNodes : RescueTests
{
    protected override int Nodes => 3;
}

public sealed class LaneModeTestsOnThreeNodes : LaneModeTests
{
    protected override int Nodes => 3;
}
