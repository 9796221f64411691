using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Domain.Agencies;
using TipSom.Domain.Agreements;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Data.Mapping;

internal sealed class AgreementMapping : IEntityTypeConfiguration<Agreement>
{
    public void Configure(EntityTypeBuilder<Agreement> builder)
    {
        builder.ToTable("agreements", TipSomDbContext.Casework, t =>
            t.HasCheckConstraint("ck_agreements_dates", "in_force_to is null or in_force_to >= in_force_from"));
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.Ignore(a => a.Services).Ignore(a => a.Groups).Ignore(a => a.ProvinceCodes)
            .Ignore(a => a.DistrictCodes).Ignore(a => a.ReferringAgencyIds);
        builder.PrimitiveCollection<List<ServiceType>>("services");
        builder.PrimitiveCollection<List<VictimGroup>>("groups");
        builder.PrimitiveCollection<List<string>>("provinceCodes");
        builder.PrimitiveCollection<List<string>>("districtCodes");
        builder.PrimitiveCollection<List<Guid>>("referringAgencyIds");
        builder.HasOne<Agency>().WithMany().HasForeignKey(a => a.LeadAgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(a => a.ProviderAgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => a.Number).HasDatabaseName("ux_agreements_number").IsUnique();
    }
}

internal sealed class ProviderServiceMapping : IEntityTypeConfiguration<ProviderService>
{
    public void Configure(EntityTypeBuilder<ProviderService> builder)
    {
        builder.ToTable("provider_services", TipSomDbContext.Casework, t =>
            t.HasCheckConstraint("ck_provider_services_places", "places_free between 0 and places_total"));
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.Ignore(s => s.Groups);
        builder.PrimitiveCollection<List<VictimGroup>>("groups");
        builder.HasAlternateKey(s => new { s.Id, s.UnitId, s.AgencyId });
        builder.HasOne<Unit>().WithMany().HasForeignKey(s => new { s.UnitId, s.AgencyId })
            .HasPrincipalKey(u => new { u.Id, u.AgencyId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<District>().WithMany().HasForeignKey(s => s.DistrictCode).OnDelete(DeleteBehavior.Restrict);
    }
}
