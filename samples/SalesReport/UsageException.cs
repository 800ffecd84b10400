namespace SalesToFile;

/// <summary>What the user has to put right: the period, the file, the token. The message is for the user.</summary>
internal sealed class UsageException(string message) : Exception(message);
