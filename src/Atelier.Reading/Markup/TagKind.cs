namespace Atelier.Reading.Markup;

internal enum TagKind
{
    Text,
    Open,
    Close,
    End,
}
