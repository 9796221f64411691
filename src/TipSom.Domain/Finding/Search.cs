using TipSom.Domain.Identity;

namespace TipSom.Domain.Finding;

/// <summary>That somebody searched, as it is remembered: by what, and how much was found; of the words only a keyed hash.</summary>
public sealed class Search
{
    /// <summary>Searches one person may make within an hour.</summary>
    public const int MostAnHour = 60;

    /// <summary>Finds shown at most.</summary>
    public const int MostShown = 25;

    /// <summary>The sentence that refuses one more.</summary>
    public const string TooMany = "You searched 60 times within an hour. Wait a little before the next search.";

    private Search() { }

    /// <summary>Remembers a search.</summary>
    public Search(SearchKind kind, byte[] queryHash, int finds, int beyond, Actor by, DateTimeOffset now)
    {
        (Id, Kind, QueryHash, Finds, Beyond, At) = (Guid.CreateVersion7(), kind, queryHash, finds, beyond, now);
        (ActorId, ActorUnitId, ActorName) = (by.UserId, by.UnitId, by.Name);
    }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>By what.</summary>
    public SearchKind Kind { get; private set; }

    /// <summary>Keyed hash of the words: tells that somebody asked the same twice, and not what.</summary>
    public byte[] QueryHash { get; private set; } = [];

    /// <summary>How many people were shown.</summary>
    public int Finds { get; private set; }

    /// <summary>How many units beyond the own sight were named.</summary>
    public int Beyond { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who searched.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>The unit of that person then.</summary>
    public Guid ActorUnitId { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>Refuses one more search than an hour may have: whoever asks for name after name is not looking for one person.</summary>
    public static void Allow(int inTheLastHour)
    {
        if (inTheLastHour >= MostAnHour)
            throw new RuleBrokenException(TooMany);
    }
}
