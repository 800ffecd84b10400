namespace Wildberries.Sdk.Cards;

/// <summary>The size of a picture.</summary>
/// <param name="Width">How wide it is stored, in pixels.</param>
/// <param name="Height">How high it is stored, in pixels.</param>
/// <param name="IsTurned">Whether it is shown turned by a quarter, so that width and height change places.</param>
internal readonly record struct MediaSize(long Width, long Height, bool IsTurned = false);
