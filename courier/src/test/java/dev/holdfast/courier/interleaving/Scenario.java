package dev.holdfast.courier.interleaving;

import java.util.List;

/** What is run in every order; made anew for each of them, so it may keep what it saw. */
public interface Scenario {

    /** Brings the database back to where every order begins. */
    void prepare() throws Exception;

    List<Script> scripts();

    /**
     * What has to hold after any order.
     *
     * @throws AssertionError if it does not
     */
    void verify() throws Exception;
}
