using TipSom.Domain.Finding;
using TipSom.Domain.Names;

namespace TipSom.Web.Localisation;

/// <summary>The words of finding people and of saying that two are the same.</summary>
public static class FindingLabels
{
    /// <summary>Why somebody was found.</summary>
    public static string Of(NameReason reason) => reason switch
    {
        NameReason.SameName => "The same name",
        NameReason.SoundsAlike => "The name sounds alike",
        NameReason.PartOfName => "Part of the name sounds alike",
        NameReason.SameParent => "The father's or husband's name sounds alike",
        NameReason.SameAge => "Born within two years of it",
        NameReason.SameDistrict => "The same district",
        NameReason.SameIdentityNumber => "The same identity number",
        NameReason.SamePhone => "The same telephone; two people may share one"
    };

    public static string Of(DuplicateAnswer answer) => answer switch
    {
        DuplicateAnswer.Same => "Same person: go on in that case",
        DuplicateAnswer.Different => "Somebody else",
        DuplicateAnswer.NotSure => "Not sure: the supervisor decides"
    };

    public static string Of(SameBecause because) => because switch
    {
        SameBecause.SameDocument => "The same CNIC, B-Form or passport",
        SameBecause.PersonSaysSo => "The person says so",
        SameBecause.FamilySaysSo => "The family says so",
        SameBecause.KnownToOfficer => "An officer knows the person",
        SameBecause.UnitSaysSo => "The unit that was asked says so"
    };

    public static string Of(UndoneBecause because) => because switch
    {
        UndoneBecause.TwoPeople => "They are two people",
        UndoneBecause.ByMistake => "It was entered by mistake"
    };

    public static string Of(ConnectPurpose purpose) => purpose switch
    {
        ConnectPurpose.Danger => "The person may be in danger",
        ConnectPurpose.SpareThePerson => "So that the person need not tell everything again",
        ConnectPurpose.OneInvestigation => "Both cases may belong together"
    };

    public static string Of(ConnectAnswer answer) => answer switch
    {
        ConnectAnswer.Same => "The same person",
        ConnectAnswer.NotSame => "Not the same person",
        ConnectAnswer.CannotSay => "We cannot say"
    };
}
