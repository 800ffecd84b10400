namespace Wildberries.Sdk.Contract.Scaffold;

/// <summary>A member of a record to be written.</summary>
/// <param name="Wire">Its name on the wire.</param>
/// <param name="Property">Its name in C#.</param>
/// <param name="Type">Its type.</param>
/// <param name="Required">Whether WB's document requires it.</param>
/// <param name="Nullable">Whether it may be null by WB's document.</param>
internal sealed record DraftMember(string Wire, string Property, DraftType Type, bool Required, bool Nullable);
