namespace Wildberries.Sdk.Contract.Documents;

/// <summary>A parameter of an operation; a field of a multipart body counts as one, too.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Place">path, query, header or form.</param>
/// <param name="Required">Whether WB refuses a call without it.</param>
/// <param name="Shape">Its schema.</param>
/// <param name="IsRepeated">Whether each value of a list is a parameter of its own, rather than all of them one with commas.</param>
internal sealed record WbParameter(string Name, string Place, bool Required, WbShape Shape, bool IsRepeated = true);
