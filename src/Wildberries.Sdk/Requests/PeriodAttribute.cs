namespace Wildberries.Sdk.Requests;

/// <summary>The end of a period in Unix seconds: not before its start, and no more days later than WB takes; checked before anything is sent.</summary>
/// <param name="from">The parameter that is the start.</param>
/// <param name="days">The most days.</param>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class PeriodAttribute(string from, int days) : Attribute
{
    public string From => from;

    public int Days => days;
}
