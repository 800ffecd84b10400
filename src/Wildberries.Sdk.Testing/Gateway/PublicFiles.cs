using System.Collections.Concurrent;

namespace Wildberries.Sdk.Testing.Gateway;

/// <summary>The pictures and videos that WB's storage hosts give to everybody who knows the address: without a token, limits and faults.</summary>
internal sealed class PublicFiles
{
    private readonly ConcurrentDictionary<string, Answer> _files = new(StringComparer.Ordinal);
    private readonly List<Func<string, Answer?>> _sources = [];

    /// <summary>Keeps a file.</summary>
    /// <param name="address">Where: the first label of the host, and the path.</param>
    /// <param name="contentType">What it is.</param>
    /// <param name="content">The bytes.</param>
    /// <returns>The address, to come after that of the emulator.</returns>
    public string Add(string address, string contentType, ReadOnlyMemory<byte> content)
    {
        _files[address] = new Answer { Status = 200, ContentType = contentType, Body = content.ToArray() };
        return address;
    }

    /// <summary>Asks for the files of an area whose files come and go; before the first request.</summary>
    /// <param name="find">Gives what is at an address: the first label of the host, and the path.</param>
    public void AddSource(Func<string, Answer?> find) => _sources.Add(find);

    /// <summary>The answer to a request for a file; <see langword="null"/>: there is none at that address.</summary>
    public Answer? Find(string verb, string hostLabel, string path)
    {
        if (verb != "GET")
            return null;
        string address = hostLabel + path;
        return _files.GetValueOrDefault(address) ?? _sources.Select(find => find(address)).FirstOrDefault(answer => answer is not null);
    }
}
