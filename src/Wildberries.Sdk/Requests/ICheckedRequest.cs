namespace Wildberries.Sdk.Requests;

/// <summary>A request of which not each member by itself can be told to be right: by what several are together, by the time, or because it is an answer, too.</summary>
internal interface ICheckedRequest
{
    /// <summary>Refuses it if WB would.</summary>
    /// <param name="clock">The clock of the client.</param>
    /// <param name="name">The argument.</param>
    /// <exception cref="ArgumentException">WB would refuse it.</exception>
    void Check(TimeProvider clock, string name);
}
