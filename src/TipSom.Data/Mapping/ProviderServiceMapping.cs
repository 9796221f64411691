using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Domain.Agencies;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Data.Mapping;

internal sealed class ProviderServiceMapping : IEntityTypeConfiguration<ProviderService>
{
    public void Configure(EntityTypeBuilder<ProviderService> builder)
    {
        builder.ToTable("provider_services", TipSomDbContext.Casework, t =>
        {
            t.HasCheckConstraint("ck_provider_services_places", "places_free between 0 and places_total");
            t.HasCheckConstraint("ck_provider_services_places_held", "places_held >= 0");
            t.HasCheckConstraint("ck_provider_services_ages", $"min_age between 0 and {Age.Highest} and max_age between 0 and {Age.Highest} and min_age <= max_age");
            t.HasCheckConstraint("ck_provider_services_boys_under", $"boys_under is null or (takes_children is true and boys_under between 1 and {Age.Majority})");
            t.HasCheckConstraint("ck_provider_services_hours", "(hours_en is null) = (hours_ur is null) and (hours_en is null or is_round_the_clock is not true)");
        });
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.Ignore(s => s.Groups).Ignore(s => s.LanguageCodes).Ignore(s => s.Eligibility);
        builder.PrimitiveCollection<List<VictimGroup>>("groups");
        builder.PrimitiveCollection<List<string>>("languageCodes").HasDefaultValueSql("'{}'");
        builder.Property(s => s.HoursEn).HasMaxLength(Eligibility.HoursMaxLength);
        builder.Property(s => s.HoursUr).HasMaxLength(Eligibility.HoursMaxLength);
        builder.HasAlternateKey(s => new { s.Id, s.UnitId, s.AgencyId });
        builder.HasOne<Unit>().WithMany().HasForeignKey(s => new { s.UnitId, s.AgencyId })
            .HasPrincipalKey(u => new { u.Id, u.AgencyId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<District>().WithMany().HasForeignKey(s => s.DistrictCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PlaceChangeMapping : IEntityTypeConfiguration<PlaceChange>
{
    public void Configure(EntityTypeBuilder<PlaceChange> builder)
    {
        builder.ToTable("place_changes", TipSomDbContext.Casework);
        builder.Property(c => c.Id).HasDefaultValueSql("gen_random_uuid()");
        builder.HasOne<ProviderService>().WithMany().HasForeignKey(c => new { c.ProviderServiceId, c.UnitId, c.AgencyId })
            .HasPrincipalKey(s => new { s.Id, s.UnitId, s.AgencyId }).OnDelete(DeleteBehavior.Restrict);
        // Who is accepted holds one place, once; the same row tells what to give back.
        builder.HasIndex(c => new { c.ReferralId, c.Kind }).HasDatabaseName("ux_place_changes_referral_id_kind").IsUnique();
        builder.HasIndex(c => new { c.ProviderServiceId, c.At }).HasDatabaseName("ix_place_changes_newest").IsDescending(false, true);
    }
}
