using TipSom.Domain.Services;

namespace TipSom.Web.Pages.Cases;

/// <summary>What may be needed, in the order it is asked: the five of the first night, then the rest.</summary>
public static class NeedChoices
{
    public static IReadOnlyList<ServiceType> First { get; } =
        [ServiceType.Shelter, ServiceType.EmergencyMedical, ServiceType.Counselling, ServiceType.LegalAid, ServiceType.Interpretation];

    public static IReadOnlyList<ServiceType> Other { get; } = [.. Enum.GetValues<ServiceType>().Except(First)];
}

/// <summary>The question _NeedsQuestion asks: two groups of check boxes under one form name.</summary>
public sealed record NeedsQuestion(string Name, IReadOnlyCollection<ServiceType> Chosen);
