namespace Wildberries.Sdk.Paging;

/// <summary>How a list of WB says that it is over. An empty page always does.</summary>
internal enum ListEnd
{
    /// <summary>Only an empty page does. A list by position goes on by whole pages then, however many rows came: WB wants it counted so.</summary>
    EmptyPage,

    /// <summary>A page with fewer rows than were asked for does.</summary>
    ShortPage,

    /// <summary>A page that brings nothing new does: the last rows come again, or WB does not say how the list ends.</summary>
    NothingNew,
}
