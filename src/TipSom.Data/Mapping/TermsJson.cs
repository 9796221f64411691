using System.Text.Json;
using System.Text.Json.Serialization;
using TipSom.Domain.Agreements;

namespace TipSom.Data.Mapping;

/// <summary>The terms of a version as JSON, spelled as PostgreSQL spells the row they become: the database compares the two.</summary>
internal static class TermsJson
{
    private static readonly JsonSerializerOptions Spelling = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter() }
    };

    public static string Write(AgreementTerms terms) => JsonSerializer.Serialize(terms, Spelling);

    public static AgreementTerms Read(string json) => JsonSerializer.Deserialize<AgreementTerms>(json, Spelling)!;
}
