namespace Wildberries.Sdk.Tests.State;

/// <summary>What is wrong with a <see cref="FaultyStateStore"/>.</summary>
public enum StoreFault
{
    None,
    LastWriteWins,
    LooksThenWrites,
    IgnoresCase,
    IgnoresForm,
    CutsNames,
    CutsValues,
    KeepsText,
    TakesEmptyForNothing,
    ForgetsVersions,
    MixesSellers,
    RunsKeysTogether,
    KeepsTheCallersBuffer,
    IgnoresCancellation,
    TellsNoVersion,
    DeletesAnyVersion,
    DeletesNothing,
    VersionStandsStill,
    TakesAnything,
    ForgetsWhenOpenedAgain,
    BeginsWithSomething,
    Throws,
}
