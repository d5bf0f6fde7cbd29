namespace Atelier.Drawing;

/// <summary>What somebody does, as a verb in the third person: the one table for every description of a picture.</summary>
public static class ActionWords
{
    public static string Of(ActorAction action) =>
        action switch
        {
            ActorAction.Stand => "stands",
            ActorAction.Walk => "walks",
            ActorAction.Run => "runs",
            ActorAction.Jump => "jumps",
            ActorAction.Sit => "sits",
            ActorAction.Sleep => "sleeps",
            ActorAction.Fly => "flies",
            ActorAction.Swim => "swims",
            ActorAction.Talk => "talks",
            ActorAction.Wave => "waves",
            ActorAction.Hug => "gives a hug",
            ActorAction.Dance => "dances",
            _ => "hides",
        };
}
