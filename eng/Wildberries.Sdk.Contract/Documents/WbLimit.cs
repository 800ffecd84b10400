namespace Wildberries.Sdk.Contract.Documents;

/// <summary>A row of an operation's table of limits.</summary>
internal sealed record WbLimit(string Token, decimal PeriodSeconds, int Requests, decimal IntervalSeconds, int Burst);
