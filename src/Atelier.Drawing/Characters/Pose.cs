namespace Atelier.Drawing.Characters;

/// <summary>Two angles of a limb, degrees from straight down, positive towards the side the figure faces.</summary>
internal readonly record struct Limb(double Upper, double Lower);

/// <summary>How a puppet holds itself, facing right. Feet find the ground by measure, so poses only turn joints.</summary>
/// <param name="Turn">Degrees the whole body is turned around the hips, clockwise.</param>
/// <param name="HeadTurn">Degrees of the head on the page; it does not follow the body's turn.</param>
/// <param name="Lift">How far above the ground the lowest foot is, in figure units before size.</param>
internal sealed record Pose(
    Limb ArmBack,
    Limb ArmFront,
    Limb LegBack,
    Limb LegFront,
    double Turn = 0,
    double HeadTurn = 0,
    double Lift = 0,
    bool BackArmInFront = false,
    bool FrontArmInFront = false,
    bool Seated = false
)
{
    public static Pose Of(ActorAction action, bool winged) =>
        action switch
        {
            ActorAction.Walk => new(new(-42, -18), new(34, 62), new(-26, -34), new(30, 14), 3, 2),
            ActorAction.Run => new(new(-66, -22), new(48, 112), new(-58, -104), new(58, 16), 13, 5, 3),
            ActorAction.Jump => new(new(-138, -158), new(138, 158), new(-40, -86), new(44, -4), 0, -4, 20),
            ActorAction.Sit => new(new(-24, 6), new(24, -6), new(-70, -80), new(70, 80), 0, 3, Seated: true),
            ActorAction.Fly when winged => new(new(-70, -92), new(78, 100), new(-34, -50), new(-8, -34), 14, 2, 22),
            ActorAction.Fly => new(new(-96, -104), new(96, 104), new(-42, -58), new(-14, -40), 22, 0, 22),
            ActorAction.Swim => new(new(-150, -128), new(172, 152), new(-14, -30), new(16, 2), 66, 4),
            ActorAction.Talk => new(new(-26, 4), new(58, 128), new(-5, -5), new(6, 6), 0, 4),
            ActorAction.Wave => new(new(-24, -8), new(118, 160), new(-5, -5), new(6, 6), -2, -5),
            ActorAction.Hug => new(new(52, 84), new(70, 96), new(-10, -10), new(8, 8), 7, 8, 0, true, true),
            ActorAction.Dance => new(new(-132, -168), new(104, 70), new(-8, -4), new(52, 6), -6, 7),
            _ => new(new(-30, -14), new(30, 14), new(-4, -4), new(4, 4)),
        };
}
