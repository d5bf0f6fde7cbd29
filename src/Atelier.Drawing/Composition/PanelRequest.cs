namespace Atelier.Drawing.Composition;

public enum PanelLook
{
    /// <summary>A sheet of paper with round corners.</summary>
    Card,

    /// <summary>Soft scallops, like a cloud; for text in the sky.</summary>
    Cloud,

    /// <summary>A band across the page that runs off its edges.</summary>
    Strip,

    /// <summary>Nothing is painted: a calm area kept free of figures, for a title set by others.</summary>
    Clear,
}

/// <summary>Room wanted for text.</summary>
/// <param name="Width">Points wanted for the text itself; the panel adds its own padding.</param>
/// <param name="Height">Points wanted for the text itself.</param>
/// <param name="Look">Null lets the picture choose.</param>
/// <param name="Top">True or false fixes the edge of the page; null lets the picture choose.</param>
public sealed record PanelRequest(double Width, double Height, PanelLook? Look = null, bool? Top = null);
